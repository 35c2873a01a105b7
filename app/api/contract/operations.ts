import * as articles from './articles';
import * as audit from './audit';
import * as checks from './checks';
import * as claims from './claims';
import * as comments from './comments';
import * as files from './files';
import * as newsroom from './newsroom';
import * as notifications from './notifications';
import type { Operation } from './operation';
import * as people from './people';
import * as signOff from './sign-off';
import * as sources from './sources';
import * as text from './text';
import * as work from './work';

const named: Record<string, unknown> = {
  ...articles,
  ...audit,
  ...checks,
  ...claims,
  ...comments,
  ...files,
  ...newsroom,
  ...notifications,
  ...people,
  ...signOff,
  ...sources,
  ...text,
  ...work,
};

/** Every operation of the interface, with the name that it has in the contract. A test holds it against the route files. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(named).filter((entry): entry is [string, Operation] => isOperation(entry[1])),
);

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'path' in value && 'answers' in value;
}
