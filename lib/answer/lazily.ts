/**
 * An object whose members are worked out when they are first asked for, and once. Copied or listed, it has them all.
 * @param finders how each member is worked out; a finder may ask the object that is made for its other members
 */
export function createLazily<Made extends object>(finders: { [Name in keyof Made]: () => Made[Name] }): Made {
  const made = {} as Made;
  for (const name of Object.keys(finders) as (keyof Made)[]) {
    Object.defineProperty(made, name, {
      get() {
        const value = finders[name]();
        Object.defineProperty(made, name, { value, enumerable: true });
        return value;
      },
      enumerable: true,
      configurable: true,
    });
  }
  return made;
}
