/** What is wrong with a field before it is sent, as the server would say it: an empty one is right. */
type Check = (value: string) => string | null;

/** An address that can be kept: http or https. */
export function checkAddress(sentence: string): Check {
  return (value) => {
    const address = value.trim();
    return address === '' || (/^https?:\/\/[^\s]+$/i.test(address) && URL.canParse(address)) ? null : sentence;
  };
}

/** A date as exact as is known. */
export function checkDate(sentence: string): Check {
  return (value) =>
    /^(|\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z)?)?)?)$/.test(value.trim()) ? null : sentence;
}
