import { isOpen, refusedUntil } from '#domain/person/address-change.ts'
import { catalogue } from '#i18n/index.ts'
import type { ShownChange } from '#read/person/addresses.ts'
import { href, routes } from '#routes'
import { ErrorPage } from '#ui/error-page.tsx'
import { Page } from '#ui/layout.tsx'
import type { Frame } from '#ui/page-view.ts'
import { Button, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Notice } from '#ui/parts/notice.tsx'

type Props = {
	readonly frame: Frame
	readonly change: ShownChange
	readonly secret: string
	/** Shows, when it comes back, that the form was shown in the same browser. */
	readonly proof: string
	readonly now: number
	/** The form came back without that proof. */
	readonly unproven: boolean
}

/** Where a new address says that it is its person's. Names nobody: whoever reads here may be a stranger. */
export function ConfirmAddressPage(props: Props & { readonly asker: boolean }) {
	const { frame, change, secret, proof, now, asker } = props
	const t = catalogue(frame.lang).addresses.link
	const here = href(routes.addressConfirming, { change: change.id, secret })
	if (change.outcome === 'taken' || (change.confirmedAt !== null && isOpen(change, now))) {
		return (
			<Page {...frame} title={t.confirmedTitle} robots="noindex" noSignIn>
				<p class="lead">{change.outcome === 'taken' ? t.inForce : t.waits}</p>
			</Page>
		)
	}
	return (
		<Page {...frame} title={t.confirmTitle} robots="noindex" noSignIn>
			<Unproven {...props} />
			<p class="lead">{t.confirmLead(change.email)}</p>
			{change.own && !asker ? (
				<>
					<p>{t.signInFirst}</p>
					<p>
						<LinkButton href={href(routes.signIn, {}, { to: here })}>{t.signIn}</LinkButton>
					</p>
				</>
			) : (
				<>
					{!change.own && <p>{t.confirmWaits}</p>}
					<Form action={here} values={{ proof }}>
						<Button>{t.confirm}</Button>
					</Form>
				</>
			)}
			<p class="hint">{t.notYou}</p>
		</Page>
	)
}

/** Where an address that somebody has says no to another. */
export function RefuseAddressPage(props: Props) {
	const { frame, change, secret, proof, now } = props
	const t = catalogue(frame.lang).addresses.link
	if (change.outcome === 'refused' || change.outcome === 'undone') {
		return (
			<Page {...frame} title={t.refusedTitle} robots="noindex" noSignIn>
				<p class="lead">{t.refused}</p>
			</Page>
		)
	}
	const open = isOpen(change, now)
	return (
		<Page {...frame} title={t.refuseTitle} robots="noindex" noSignIn>
			<Unproven {...props} />
			<p class="lead">{t.refuseLead(change.coalition ?? '', change.email)}</p>
			{!open && <p>{t.undoMeans}</p>}
			<Form action={href(routes.addressRefusal, { change: change.id, secret })} values={{ proof }}>
				<Button look="danger">{open ? t.refuse : t.undo}</Button>
			</Form>
		</Page>
	)
}

/** Whether there is anything to show behind the link. */
export const isAnswerable = (change: ShownChange, side: 'new' | 'former', now: number): boolean =>
	side === 'new'
		? isOpen(change, now) || change.outcome === 'taken'
		: refusedUntil(change, now) !== null || change.outcome === 'refused' || change.outcome === 'undone'

function Unproven({ frame, unproven }: Props) {
	const t = catalogue(frame.lang).addresses.link
	if (!unproven) return null
	return (
		<Notice tone="warning" live>
			<p>{t.again}</p>
			<p>{t.cookies}</p>
		</Notice>
	)
}

/** For a link that leads to nothing any more. */
export function AddressGonePage({ frame }: { readonly frame: Frame }) {
	return (
		<ErrorPage {...frame} status={410}>
			<p>{catalogue(frame.lang).addresses.link.gone}</p>
			<p>
				<LinkButton href={href(routes.ownAddresses)}>{catalogue(frame.lang).addresses.own.look}</LinkButton>
			</p>
		</ErrorPage>
	)
}
