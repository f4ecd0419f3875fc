/** The variables of a process, of this one as a rule, as they were at some moment. */
export type Env = Readonly<Record<string, string | undefined>>;
