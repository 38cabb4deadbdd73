const paths = {
	check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
	cross: <path d="m6.5 6.5 11 11m0-11-11 11" />,
	dash: <path d="M6 12h12" />,
	clock: (
		<>
			<circle cx="12" cy="12" r="8.5" />
			<path d="M12 7v5.2l3.3 2" />
		</>
	),
	warning: <path d="M12 4 2.8 20h18.4ZM12 10v4.5m0 2.2v.4" />,
	info: (
		<>
			<circle cx="12" cy="12" r="9" />
			<path d="M12 11v5.5m0-9.2v.4" />
		</>
	),
	arrow: <path d="m9.5 5.5 6.5 6.5-6.5 6.5" />,
	back: <path d="M14.5 5.5 8 12l6.5 6.5" />,
}

export type IconName = keyof typeof paths

/** A picture beside words that say the same: screen readers pass it by. Takes the colour of the text. */
export function Icon({ name }: { readonly name: IconName }) {
	return (
		<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
			{paths[name]}
		</svg>
	)
}

/** Two voices that overlap: the mark of Samsvar. */
export function Mark() {
	return (
		<svg class="mark" viewBox="0 0 32 24" aria-hidden="true">
			<circle cx="11" cy="12" r="9.5" />
			<circle cx="21" cy="12" r="9.5" />
			<path d="M16 3.9a9.5 9.5 0 0 1 0 16.2 9.5 9.5 0 0 1 0-16.2Z" />
		</svg>
	)
}
