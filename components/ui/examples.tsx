import { type ReactNode, useState } from "react";
import { findRangeFault, weightRange } from "@/lib/case/schema";
import { Button } from "./button";
import { Check } from "./check";
import { Contents } from "./contents";
import { CopyButton } from "./copy-button";
import { Disclosure } from "./disclosure";
import { controlLook, Field } from "./field";
import { useFocusHandover } from "./focus";
import { IconButton } from "./icon-button";
import { Icon, type IconName } from "./icons";
import { Notice } from "./notice";
import { NumberField } from "./number-field";
import { RadioRow } from "./radio-row";
import { SearchChoice } from "./search-choice";
import { Section } from "./section";
import { Select } from "./select";
import { Source } from "./source";
import { standaloneLink } from "./standalone-link";

const findWeightFault = (typed: unknown) => findRangeFault(typed, weightRange);

type Example = { name: string; element: ReactNode };

const fruits = { apple: "Apple", pear: "Pear", plum: "Plum" };
const iconNames: readonly IconName[] = ["print", "copy", "letter", "link", "share", "contents", "clear", "gap"];
type Fruit = keyof typeof fruits;
const fruitOptions = (Object.keys(fruits) as Fruit[]).map((value) => ({ value, label: fruits[value] }));

/** Keeps what an example is changed to, as its page would. */
function Kept<Value>({
  start,
  children,
}: {
  start: Value;
  children: (value: Value, put: (value: Value) => void) => ReactNode;
}) {
  const [value, put] = useState(start);
  return children(value, put);
}

function HandedOver() {
  const { target, handOver } = useFocusHandover<HTMLParagraphElement>();
  return (
    <Kept start={true}>
      {(isThere, put) => (
        <>
          <p ref={target} tabIndex={-1}>
            What is read next
          </p>
          {isThere && <Button onClick={() => handOver(() => put(false))}>Put this button away</Button>}
        </>
      )}
    </Kept>
  );
}

/** Every component of this folder, as it is used. The gallery, its accessibility check and the unit tests show these. */
export const examples: Record<string, readonly Example[]> = {
  Button: [
    { name: "plain", element: <Button>Plain</Button> },
    { name: "main", element: <Button look="main">Main</Button> },
    { name: "tool", element: <Button look="tool">Tool</Button> },
    { name: "bare", element: <Button look="bare">Bare</Button> },
    { name: "disabled", element: <Button disabled>Disabled</Button> },
    { name: "with a sign", element: <Button icon="copy">Copy the fruit</Button> },
  ],
  IconButton: [
    { name: "a sign", element: <IconButton label="Remove the apple" sign="✕" /> },
    {
      name: "pressed, with a word",
      element: (
        <IconButton label="Pin the apple" sign="★" aria-pressed className="border-2 border-accent px-4">
          {" Pinned"}
        </IconButton>
      ),
    },
  ],
  Icons: [
    {
      name: "each beside its word",
      element: (
        <p className="flex flex-wrap gap-4">
          {iconNames.map((name) => (
            <span key={name} className="inline-flex items-center gap-1">
              <Icon name={name} /> {name}
            </span>
          ))}
        </p>
      ),
    },
  ],
  Contents: [
    {
      name: "with counts, the second being read",
      element: (
        <Contents
          label="Parts of the basket"
          current="basket-pears"
          entries={[
            { id: "basket-apples", name: "Apples", count: 3 },
            { id: "basket-pears", name: "Pears", count: 1 },
            { id: "basket-recipe", name: "Recipe" },
          ]}
        />
      ),
    },
  ],
  CopyButton: [
    {
      name: "the text is nowhere else",
      element: (
        <div className="flex flex-wrap gap-2">
          <CopyButton text={"Apple\nPear"} done="List copied." name="The list">
            Copy the list
          </CopyButton>
          <Button>Its neighbour</Button>
        </div>
      ),
    },
    {
      name: "the text stands on the page",
      element: (
        <CopyButton text="Apple" done="Apple copied.">
          Copy the apple
        </CopyButton>
      ),
    },
  ],
  "Focus handed over": [{ name: "a button that goes with its job", element: <HandedOver /> }],
  Field: [
    {
      name: "with a hint",
      element: (
        <Field label="Name" hint="As it is written.">
          {(control) => <input {...control} className={`${controlLook} px-3`} />}
        </Field>
      ),
    },
    {
      name: "label beside",
      element: (
        <Field label="Beside" labelPlace="beside" hint="Below the row.">
          {(control) => <input {...control} className={`${controlLook} px-3`} />}
        </Field>
      ),
    },
    {
      name: "label read out only",
      element: (
        <Field label="Not seen" labelPlace="hidden">
          {(control) => <input {...control} className={`${controlLook} px-3`} />}
        </Field>
      ),
    },
    {
      name: "with a problem",
      element: (
        <Field label="Wrong" problem="Enter a name.">
          {(control) => <textarea {...control} className={`${controlLook} block p-2`} />}
        </Field>
      ),
    },
  ],
  NumberField: [
    {
      name: "empty, with a unit",
      element: (
        <Kept start={null as number | null}>
          {(value, put) => (
            <NumberField
              label="Weight"
              unit="kg"
              hint="For the dose."
              value={value}
              findFault={findWeightFault}
              onValue={put}
            />
          )}
        </Kept>
      ),
    },
    {
      name: "given, whole, label beside",
      element: (
        <Kept start={62 as number | null}>
          {(value, put) => (
            <NumberField
              label="At least"
              labelPlace="beside"
              value={value}
              findFault={findWeightFault}
              onValue={put}
              isWhole
              minLength={2}
            />
          )}
        </Kept>
      ),
    },
  ],
  Check: [
    {
      name: "off",
      element: (
        <Kept start={false}>
          {(isOn, put) => (
            <Check isOn={isOn} onChange={put}>
              Ripe
            </Check>
          )}
        </Kept>
      ),
    },
    {
      name: "on",
      element: (
        <Kept start={true}>
          {(isOn, put) => (
            <Check isOn={isOn} onChange={put} className="font-semibold">
              Washed
            </Check>
          )}
        </Kept>
      ),
    },
  ],
  RadioRow: [
    {
      name: "one chosen",
      element: (
        <Kept<Fruit> start="pear">
          {(chosen, put) => <RadioRow title="Fruit in a row" names={fruits} chosen={chosen} onChosen={put} />}
        </Kept>
      ),
    },
  ],
  Select: [
    {
      name: "nothing chosen",
      element: (
        <Kept start={null as Fruit | null}>
          {(value, put) => (
            <Select label="A fruit" options={fruitOptions} unchosen="not stated" value={value} onValue={put} isWide />
          )}
        </Kept>
      ),
    },
    {
      name: "in groups, label beside",
      element: (
        <Kept start={"pear" as Fruit | null}>
          {(value, put) => (
            <Select
              label="Grouped"
              labelPlace="beside"
              options={[
                { title: "With pips", options: fruitOptions.slice(0, 2) },
                { title: "With a stone", options: fruitOptions.slice(2) },
              ]}
              value={value}
              onValue={put}
            />
          )}
        </Kept>
      ),
    },
  ],
  SearchChoice: [
    {
      name: "ten to choose from",
      element: (
        <SearchChoice
          label="Add a fruit"
          hint="A part of its name or colour."
          options={Array.from({ length: 10 }, (_, place) => ({
            id: `${place}`,
            name: `Fruit ${place}`,
            detail: place % 2 ? "green" : "yellow",
          }))}
          onChoose={() => {}}
          noMatch="No fruit has all these words."
        />
      ),
    },
  ],
  Disclosure: [{ name: "closed", element: <Disclosure title="More fruit">Quince</Disclosure> }],
  Notice: [{ name: "a sentence not to miss", element: <Notice title="The fruit is gone">Buy another.</Notice> }],
  Section: [
    {
      name: "with words beside its title",
      element: (
        <Section title="Fruit" aside={<p>3 kinds</p>}>
          Apple, pear, plum.
        </Section>
      ),
    },
  ],
  Source: [
    { name: "a link by itself", element: <Source label="doi.org" url="https://doi.org/10.1000/182" isAlone /> },
    { name: "a copy without a link", element: <Source label="A copy" url={null} /> },
    {
      name: "another link by itself",
      element: (
        <a href="#top" className={standaloneLink}>
          To the top
        </a>
      ),
    },
  ],
};
