/** What a person may be here, from the most to the least rights. */
export const roles = ['admin', 'editor', 'checker', 'viewer'] as const;
export type Role = (typeof roles)[number];
