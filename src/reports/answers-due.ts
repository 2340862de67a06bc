/**
 * The answers that were due, each beside its dispute, for the year `:year` as of the day `:today`. A round counts once it was answered,
 * or its first day has passed and the dispute still stood there: silence is late, and what was taken up or ended before its day was
 * never due. A register's row without an answer says nothing.
 */
export const FROM_ANSWERS_DUE = `FROM dispute_register AS dispute JOIN answers AS answer USING (reference)
  WHERE dispute.year = :year AND dispute.kind IN ('informal', 'formal') AND dispute.status <> 'voided'
    AND answer.first_due_on IS NOT NULL
    AND (answer.answered_on IS NOT NULL
         OR (answer.imported = 0 AND answer.first_due_on < :today
             AND coalesce(dispute.ended_on, '9999') > answer.first_due_on
             AND NOT EXISTS (SELECT 1 FROM answers AS later
                             WHERE later.reference = answer.reference AND later.round > answer.round
                               AND later.began_on <= answer.first_due_on)))`;
