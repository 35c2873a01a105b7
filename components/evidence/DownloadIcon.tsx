/** An arrow onto a line, drawn as the icons of `components/ui` are; only files are downloaded, so it does not come with every page. */
export function DownloadIcon({ size = 16 }: { size?: number }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width={size} height={size} data-size={size} aria-hidden="true">
      <path d="M8 2.800v7.600M4.800 7.400 8 10.600l3.200-3.200M2.800 13.200h10.400" />
    </svg>
  );
}
