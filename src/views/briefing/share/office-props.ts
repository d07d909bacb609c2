/** The office as it calls itself, one and the same in all that leaves it. */
export interface OfficeProps {
  readonly office: string;
  readonly onOffice: (name: string) => void;
}
