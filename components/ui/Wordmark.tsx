/** The name with the proofreader's dots: let it stand. */
export function Wordmark() {
  return <span className="wordmark">stet</span>;
}
