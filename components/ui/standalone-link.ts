/** A link that is alone, and not within a line of text, is as high as a finger. */
export const standaloneLink = "inline-flex min-h-11 items-center";
