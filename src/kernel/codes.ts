/** Whether a text is one of a closed list; for `filter` and for reading what a database or a query string holds. */
export const isOneOf =
  <const Code extends string>(codes: readonly Code[]) =>
  (text: string): text is Code =>
    codes.some((code) => code === text);

/** The code itself when it is one of the list. */
export const codeFrom = <const Code extends string>(
  codes: readonly Code[],
  text: string | undefined,
): Code | undefined => codes.find((code) => code === text);
