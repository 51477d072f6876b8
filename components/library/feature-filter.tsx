import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/focus";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Select } from "@/components/ui/select";
import { type Filters, type ShareChoice, shareChoiceNames, shareChoices } from "@/lib/browse/table-state";
import { getQuestion, questionGroups } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { FilterGroup } from "./filter-group";

const shareOptions = (Object.keys(shareChoices) as ShareChoice[]).map((value) => ({
  value,
  label: shareChoiceNames[value],
}));

type Props = { chosen: Filters["features"]; onChange: (chosen: Filters["features"]) => void };

/** Features with the share of patients that have them; each chosen one has to be met. */
export function FeatureFilter({ chosen, onChange }: Props) {
  const [next, setNext] = useState<Feature | null>(null);
  const { target, handOver } = useFocusHandover<HTMLSelectElement>();
  const remove = (feature: Feature) => {
    const { [feature]: _, ...others } = chosen;
    onChange(others);
  };
  return (
    <FilterGroup title={interfaceText.features} inForce={Object.keys(chosen).length}>
      {features.map((feature) => {
        const { label } = getQuestion(feature);
        const choice = chosen[feature];
        return (
          choice && (
            <div key={feature} className="my-1 flex flex-wrap items-center gap-2">
              <Select
                label={label}
                labelPlace="beside"
                options={shareOptions}
                value={choice}
                onValue={(value) => value && onChange({ ...chosen, [feature]: value })}
              />
              <IconButton
                label={`Remove the filter on ${label}`}
                sign={<Icon name="clear" className="inline" />}
                onClick={() => handOver(() => remove(feature))}
              />
            </div>
          )
        );
      })}
      <div className="flex flex-wrap items-center gap-2">
        <Select
          ref={target}
          label="A feature to filter on"
          labelPlace="hidden"
          options={questionGroups.map(({ title, questions }) => ({
            title,
            options: questions
              .filter(({ feature }) => !chosen[feature])
              .map(({ feature, label }) => ({ value: feature, label })),
          }))}
          value={next}
          onValue={setNext}
          unchosen="choose a feature"
        />
        {next && (
          <Button
            onClick={() =>
              handOver(() => {
                onChange({ ...chosen, [next]: "all-or-most" });
                setNext(null);
              })
            }
          >
            Add feature
          </Button>
        )}
      </div>
    </FilterGroup>
  );
}
