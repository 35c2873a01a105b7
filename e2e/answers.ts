import type { Page, Response } from '@playwright/test';

/** Every text that a page is answered, the stream of events aside: what that says the page shows. */
export function answersOf(page: Page): Promise<string>[] {
  const texts: Promise<string>[] = [];
  page.on('response', (response: Response) => {
    const url = response.url();
    if (!url.includes('/events'))
      texts.push(
        response.text().then(
          (text) => `${url}\n${text}`,
          () => '',
        ),
      );
  });
  return texts;
}
