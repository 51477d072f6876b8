/** What a tool replies: for programs, and the same in short words. */
export type Told<Data> = { data: Data; text: string };
