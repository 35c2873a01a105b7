/**
 * The article that a new newsroom starts with, written for it: a state visit told with the slips that a desk is there to find,
 * and with passages that stand twice, as they do in a story that was filed, updated and filed again. It is Markdown.
 */
export const sampleTitle = 'A golden golf ball and a minerals pact: Trump and Takaichi meet in Tokyo';

export const sampleText = `
TOKYO — Sanae Takaichi had been Japan’s prime minister for a week when she received Donald Trump at Akasaka Palace on 28 October 2025. The two leaders signed several papers, among them a framework to secure the supply of rare earths and other critical minerals.

## The papers

The framework asks both governments to find projects within six months that would close gaps in the supply chains for critical minerals and their derivatives. China refines most of the world’s rare earths, which go into smartphones, electric motors and fighter jets.

Washington presented the day as a win for American industry. The deal commits Japan to $550 billion of new investment in the United States, with shipyards high on the list, and to larger purchases of American soybeans, natural gas and pickup trucks.

Mr. Trump did not press his hosts in public to spend more on arms. Ms. Takaichi told parliament the week before that defense spending would reach 2 percent of Japan’s gross domestic product by March 2026, two years ahead of plan. That is a low figure beside what other large military powers spend.

## The gifts

Over lunch Mr. Trump called his host “one of the great prime ministers”. He had brought presents that recalled his late friend Shinzo Abe: a golf bag signed by Mr. Abe and a golf ball covered in gold leaf. Mr. Abe, who led Japan for longer than anyone before him, was shot dead at a campaign stop in July 2022.

According to the White House, Ms. Takaichi will nominate Mr. Trump for the Nobel Peace Prize.

> “This will be a golden age for our alliance,” a Japanese official said before the lunch.

## What comes next

The president and the prime minister flew together to the American naval base at Yokosuka, where both spoke to sailors aboard an aircraft carrier. From Tokyo they travel on to South Korea, where both will meet China’s president, Xi Jinping. Their talks are meant to seal a truce in the trade war between the world’s two largest economies.

| Who | Office | Since |
| --- | --- | --- |
| Sanae Takaichi | Prime Minister of Japan | 21 October 2025 |
| Donald Trump | President of the United States | 20 January 2025 |

Washington presented the day as a win for American industry. The deal commits Japan to $550 billion of new investment in the United States, with shipyards high on the list, and to larger purchases of American soybeans, natural gas and pickup trucks.

Mr. Trump did not press his hosts in public to spend more on arms. Ms. Takaichi told parliament the week before that defense spending would reach 2 percent of Japan’s gross domestic product by March 2026, two years ahead of plan. That is a low figure beside what other large military powers spend.

According to the White House, Ms. Takaichi will nominate Mr. Trump for the Nobel Peace Prize.
`.trim();
