import type { Child } from 'hono/jsx'

export type TableColumn = {
	readonly label: string
	/** Figures line up by their last digit. */
	readonly numeric?: boolean | undefined
}

type TableProps = {
	readonly caption: string
	/** Set when a heading right above says the same. */
	readonly captionHidden?: boolean | undefined
	readonly columns: readonly TableColumn[]
	/** The first cell of a row names it. */
	readonly rows: readonly (readonly Child[])[]
}

/**
 * A plain table. On a phone each row becomes a card with the column's name beside each value. The roles are written out
 * because browsers forget what a table is when its layout is changed.
 */
export function Table({ caption, captionHidden, columns, rows }: TableProps) {
	return (
		<div class="rows">
			{/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
			<table role="table">
				<caption class={captionHidden ? 'vh' : undefined}>{caption}</caption>
				<thead role="rowgroup">
					<tr role="row">
						{columns.map(({ label, numeric }) => (
							<th role="columnheader" scope="col" class={numeric ? 'numeric' : undefined}>
								{label}
							</th>
						))}
					</tr>
				</thead>
				<tbody role="rowgroup">
					{rows.map(([first, ...cells]) => (
						<tr role="row">
							<th role="rowheader" scope="row">
								{first}
							</th>
							{cells.map((cell, index) => (
								<td
									role="cell"
									class={columns[index + 1]?.numeric ? 'numeric' : undefined}
									data-label={columns[index + 1]?.label}
								>
									<div>{cell}</div>
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			{/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
		</div>
	)
}
