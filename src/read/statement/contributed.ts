/** Whether the association in a row of `association` contributed to the statement in a row of `statement`, in SQL: said, proposed or stood behind something. */
export const CONTRIBUTED = `(EXISTS (SELECT 1 FROM comment WHERE comment.statement_id = statement.id
		AND comment.association_id = association.id)
	OR EXISTS (SELECT 1 FROM comment_agreement AS agreement WHERE agreement.statement_id = statement.id
		AND agreement.association_id = association.id)
	OR EXISTS (SELECT 1 FROM amendment WHERE amendment.statement_id = statement.id
		AND (amendment.association_id = association.id OR EXISTS (SELECT 1 FROM amendment_join
			WHERE amendment_join.amendment_id = amendment.id AND amendment_join.association_id = association.id))))`

/** Whether a person, in a row of `person`, wrote some of that themselves for the association of a row of `seat`. The statement is an argument, twice. */
export const WROTE = `(EXISTS (SELECT 1 FROM comment WHERE comment.statement_id = ?
		AND comment.association_id = seat.association_id AND comment.person_id = person.id)
	OR EXISTS (SELECT 1 FROM amendment WHERE amendment.statement_id = ?
		AND amendment.association_id = seat.association_id AND amendment.person_id = person.id))`
