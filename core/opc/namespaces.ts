const OFFICE = 'http://schemas.openxmlformats.org/';
const STRICT = 'http://purl.oclc.org/ooxml/';
const MICROSOFT = 'http://schemas.microsoft.com/office/word/';

/**
 * The prefix by which Stet knows a namespace, whichever one a document writes. Transitional and strict documents
 * (ECMA-376 parts 1 and 4) have two addresses for what is one here.
 */
export const prefixes: ReadonlyMap<string, string> = new Map([
  [`${OFFICE}wordprocessingml/2006/main`, 'w'],
  [`${STRICT}wordprocessingml/main`, 'w'],
  [`${OFFICE}officeDocument/2006/relationships`, 'r'],
  [`${STRICT}officeDocument/relationships`, 'r'],
  [`${OFFICE}officeDocument/2006/math`, 'm'],
  [`${STRICT}officeDocument/math`, 'm'],
  [`${OFFICE}drawingml/2006/main`, 'a'],
  [`${STRICT}drawingml/main`, 'a'],
  [`${OFFICE}drawingml/2006/picture`, 'pic'],
  [`${STRICT}drawingml/picture`, 'pic'],
  [`${OFFICE}drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}drawingml/wordprocessingDrawing`, 'wp'],
  [`${OFFICE}markup-compatibility/2006`, 'mc'],
  [`${OFFICE}package/2006/relationships`, 'rel'],
  [`${OFFICE}package/2006/content-types`, 'ct'],
  [`${OFFICE}package/2006/metadata/core-properties`, 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  [`${MICROSOFT}2010/wordml`, 'w14'],
  [`${MICROSOFT}2012/wordml`, 'w15'],
  [`${MICROSOFT}2016/wordml/cid`, 'w16cid'],
  [`${MICROSOFT}2018/wordml/cex`, 'w16cex'],
  [`${MICROSOFT}2010/wordprocessingShape`, 'wps'],
  [`${MICROSOFT}2010/wordprocessingGroup`, 'wpg'],
  [`${MICROSOFT}2010/wordprocessingCanvas`, 'wpc'],
  [`${MICROSOFT}2010/wordprocessingDrawing`, 'wp14'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
]);
