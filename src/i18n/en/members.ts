import type { members as swedish } from '#i18n/sv/members.ts'

export const members: typeof swedish = {
	roles: {
		chair: 'Chair',
		secretary: 'Secretary',
		delegate: 'Delegate',
		deputy: 'Deputy',
		contributor: 'Contributor',
		operator: 'Operator',
	},
	rolesInText: {
		chair: 'chair',
		secretary: 'secretary',
		delegate: 'delegate',
		deputy: 'deputy',
		contributor: 'contributor',
		operator: 'operator',
	},
	association: 'Association',
	associations: 'Associations',
	area: 'Area',
}
