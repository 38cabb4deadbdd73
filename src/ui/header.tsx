import { publicWords } from '#i18n/public.ts'
import { href, routes } from '#routes'
import type { PageProps } from '#ui/page-props.ts'
import { Icon, Mark } from '#ui/parts/icon.tsx'
import { Written } from '#ui/parts/written.tsx'

/** On every page: whose it is, the ways out of it, and the way here. */
export function Header({ lang, coalition, demo, person, where = [], otherLanguage, noSignIn }: PageProps) {
	const t = publicWords(lang)
	const other = lang === 'sv' ? 'en' : 'sv'
	return (
		<header class="site">
			{demo && <p class="demo">{t.ui.demonstration}</p>}
			<div class="bar">
				<a class="brand" href={href(routes.home)}>
					<Mark />
					<span>{t.common.product}</span>
				</a>
				{coalition && (
					<a class="coalition" href={coalition.href}>
						{coalition.logo && <img class="logo" {...coalition.logo} alt={coalition.logo.alt} />}
						{coalition.name}
					</a>
				)}
				<nav aria-label={t.ui.menu}>
					<ul>
						{person && (
							<li>
								<a href={href(routes.me)}>
									{t.ui.myTasks}
									{person.waiting !== undefined && person.waiting > 0 && (
										<span class="badge">
											<span aria-hidden="true">{person.waiting}</span>
											<span class="vh">, {t.ui.tasksWaiting(person.waiting)}</span>
										</span>
									)}
								</a>
							</li>
						)}
						{otherLanguage !== undefined && (
							<li>
								<a href={otherLanguage} hreflang={other} lang={other}>
									{t.ui.otherLanguage}
								</a>
							</li>
						)}
						{person && (
							<li>
								<form action={href(routes.signOut)} method="post" data-sign-out={person.id ?? ''}>
									<button type="submit">
										{t.ui.signOut}
										<span class="vh"> {person.name}</span>
									</button>
								</form>
							</li>
						)}
						{!person && !noSignIn && (
							<li>
								<a href={href(routes.signIn)}>{t.ui.signIn}</a>
							</li>
						)}
					</ul>
				</nav>
			</div>
			{where.length > 0 && (
				<nav class="crumbs" aria-label={t.ui.youAreHere}>
					<ol>
						{where.map(({ label, href: to, written = false }, index) => (
							<li>
								{index === 0 && <Icon name="back" />}
								<a href={to}>{written ? <Written>{label}</Written> : label}</a>
							</li>
						))}
					</ol>
				</nav>
			)}
		</header>
	)
}
