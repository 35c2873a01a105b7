const OFFICE = 'http://schemas.openxmlformats.org/';
const MICROSOFT = 'http://schemas.microsoft.com/office/word/';

export const WORDPROCESSING = `${OFFICE}wordprocessingml/2006/main`;

/** Declarations for parts that hold paragraphs: a program that does not know the later namespaces leaves out what is of them. */
export const declarations = [
  `xmlns:w="${WORDPROCESSING}"`,
  `xmlns:r="${OFFICE}officeDocument/2006/relationships"`,
  `xmlns:mc="${OFFICE}markup-compatibility/2006"`,
  `xmlns:w14="${MICROSOFT}2010/wordml"`,
  `xmlns:w15="${MICROSOFT}2012/wordml"`,
  `xmlns:w16cid="${MICROSOFT}2016/wordml/cid"`,
  `xmlns:w16cex="${MICROSOFT}2018/wordml/cex"`,
  'mc:Ignorable="w14 w15 w16cid w16cex"',
].join(' ');
