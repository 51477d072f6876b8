type Level = { keys: Set<string>; key: string; isKeyNext: boolean } | { index: number };

const token = /"(?:[^"\\]+|\\.)*"|[{}[\],]/gs;

/**
 * Every key that an object in a JSON text has more than once: `JSON.parse` keeps the last and drops the others unseen.
 * @param text JSON that can be parsed; of any other text nothing is promised
 * @returns the path to each such key ("features.ild", "outcomes.0.id"), once, in the order of the text
 */
export function findRepeatedKeys(text: string): string[] {
  const levels: Level[] = [];
  const found = new Set<string>();
  for (const [sign] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (sign === "{") levels.push({ keys: new Set(), key: "", isKeyNext: true });
    else if (sign === "[") levels.push({ index: 0 });
    else if (sign === "}" || sign === "]") levels.pop();
    else if (!level) continue;
    else if ("index" in level) level.index += sign === "," ? 1 : 0;
    else if (sign === ",") level.isKeyNext = true;
    else if (level.isKeyNext) {
      // A key may be written with escapes: "\u0069ld" is "ild".
      level.key = JSON.parse(sign);
      level.isKeyNext = false;
      if (level.keys.has(level.key)) found.add(formatPath(levels));
      level.keys.add(level.key);
    }
  }
  return [...found];
}

function formatPath(levels: readonly Level[]): string {
  return levels.map((level) => ("index" in level ? level.index : level.key)).join(".");
}

/** What is wrong with a key that is given more than once, as a sentence. */
export function explainRepeatedKey(path: string): string {
  return `The key "${path.split(".").at(-1)}" is given more than once, and only one of them could count.`;
}
