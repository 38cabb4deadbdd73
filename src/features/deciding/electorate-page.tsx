import { catalogue } from '#i18n/index.ts'
import { StatementPage } from '#ui/statement-page.tsx'
import type { BallotPageProps } from './ballot-page.tsx'

/** Who was entitled to vote when the ballot opened. */
export function ElectoratePage(props: BallotPageProps) {
	const { header, ballot } = props.data
	return (
		<StatementPage view={props} header={header} tab="ballot" title={catalogue(props.lang).ballot.electorate}>
			<ul>
				{ballot.electorate.map(({ name, area }) => (
					<li>
						{name} ({area})
					</li>
				))}
			</ul>
		</StatementPage>
	)
}
