/** What is said of a body that is not of the form that was asked for, whatever was asked. */
export const bodyFaults = {
  notJson: "The body is not JSON.",
  notObject: "The body must be a JSON object.",
} as const;
