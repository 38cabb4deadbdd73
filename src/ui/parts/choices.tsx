import type { Child } from 'hono/jsx'
import { type FieldProps, HintAndError, LabelText, type Option, useDescribed } from './field.tsx'
import { Details } from './notice.tsx'

type GroupProps = FieldProps & {
	/** What is chosen about, where that is more than the question: read with it. */
	readonly about?: Child
	readonly children: Child
}

function Group(props: GroupProps) {
	const { id, look, described, error } = useDescribed(props)
	const whole = props.about ? `${id}-whole` : undefined
	const by = [whole, described['aria-describedby']].filter((one) => one !== undefined).join(' ')
	return (
		<fieldset class={look} aria-describedby={by || undefined}>
			<legend>
				<LabelText {...props} />
			</legend>
			{props.about && <div id={whole}>{props.about}</div>}
			<HintAndError id={id} hint={props.hint} error={error} />
			{props.children}
		</fieldset>
	)
}

type ChoiceProps = {
	readonly type: 'radio' | 'checkbox'
	readonly id: string
	readonly name: string
	readonly option: Option
	readonly checked: boolean
}

function Choice({ type, id, name, option, checked }: ChoiceProps) {
	// Not `-hint`: that is the hint of the whole group.
	const hint = option.hint ? `${id}-about` : undefined
	return (
		<div class="choice">
			<input type={type} id={id} name={name} value={option.value} checked={checked} aria-describedby={hint} />
			<label for={id}>{option.label}</label>
			{option.hint && (
				<p class="hint" id={hint}>
					{option.hint}
				</p>
			)}
			{option.beneath}
		</div>
	)
}

/** The first choice has the field's own id: there the error summary leads. */
const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`)

type RadiosProps = FieldProps &
	Pick<GroupProps, 'about'> & {
		readonly value?: string | undefined
		readonly options: readonly Option[]
		/** What few choose, behind a fold that is open where one of them is chosen. */
		readonly more?: { readonly summary: string; readonly options: readonly Option[] }
		/** The choices stand beside each other, as far as there is room, with this after them. For the same few choices again and again. */
		readonly row?: Child
	}

/** One of a few. The label is the question. */
export function Radios(props: RadiosProps) {
	const { name, options, more, row } = props
	const { id, valueOr } = useDescribed(props)
	const chosen = valueOr(props.value)
	const choice = (option: Option, index: number) => (
		<Choice type="radio" id={choiceId(id, index)} name={name} option={option} checked={option.value === chosen} />
	)
	return (
		<Group {...props}>
			{row === undefined ? (
				options.map(choice)
			) : (
				<div class="choice-row">
					{options.map(choice)}
					{row}
				</div>
			)}
			{more && (
				<Details summary={more.summary} open={more.options.some(({ value }) => value === chosen)}>
					{more.options.map((option, index) => choice(option, options.length + index))}
				</Details>
			)}
		</Group>
	)
}

/** Any of a few. */
export function Checkboxes(
	props: FieldProps &
		Pick<GroupProps, 'about'> & {
			readonly values?: readonly string[] | undefined
			readonly options: readonly Option[]
			/** The choices stand beside each other, as far as there is room. */
			readonly row?: boolean
		},
) {
	const { id, valuesOr } = useDescribed(props)
	const chosen = valuesOr(props.values)
	const choices = props.options.map((option, index) => (
		<Choice
			type="checkbox"
			id={choiceId(id, index)}
			name={props.name}
			option={option}
			checked={chosen.includes(option.value)}
		/>
	))
	return <Group {...props}>{props.row ? <div class="choice-row">{choices}</div> : choices}</Group>
}

/** A single yes. Sent as `value` (default `yes`) when ticked, left out otherwise. */
export function Checkbox(
	props: Omit<FieldProps, 'optional'> & { readonly checked?: boolean | undefined; readonly value?: string | undefined },
) {
	const { id, look, told, error, tickedOr } = useDescribed(props)
	return (
		<div class={look}>
			{error && <HintAndError id={id} hint={undefined} error={error} />}
			<div class="choice">
				<input
					type="checkbox"
					id={id}
					name={props.name}
					value={props.value ?? 'yes'}
					checked={tickedOr(props.checked)}
					{...told}
				/>
				<label for={id}>{props.label}</label>
				{props.hint && (
					<p class="hint" id={`${id}-hint`}>
						{props.hint}
					</p>
				)}
			</div>
		</div>
	)
}
