interface MeaningSelectProps {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly {
    readonly name: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** Shown first, outside the groups. */
  readonly first: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A native select with groups, named for screen readers by `label`: one of many meanings of a word. */
export function MeaningSelect({ label, value, groups, first, onChange }: MeaningSelectProps) {
  const known = [...first, ...groups.flatMap((g) => g.options)].some((o) => o.value === value);
  return (
    <select className="select meaning" aria-label={label} value={value} onChange={(e) => onChange(e.target.value)}>
      {!known && <option value={value}>{value}</option>}
      {first.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {groups
        .filter((g) => g.options.length > 0)
        .map((group) => (
          <optgroup key={group.name} label={group.name}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
    </select>
  );
}
