/** The named styles that messages ask for, such as `{when, date, medium}`. */
export const formats = {
  dateTime: {
    medium: { year: 'numeric', month: 'short', day: 'numeric' },
    short: { hour: 'numeric', minute: 'numeric' },
  },
} as const;
