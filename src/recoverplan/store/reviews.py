"""Reviews of weeks in the store."""

from __future__ import annotations

from datetime import date
from typing import Any

from recoverplan.domain.review import Review
from recoverplan.store import rows
from recoverplan.store.opening import Store
from recoverplan.value import replace


def load_all(store: Store) -> tuple[Review, ...]:
    """Return all reviews in the order in which they were entered."""
    return tuple(map(review_in, store.execute("SELECT * FROM review ORDER BY id")))


def add(store: Store, review: Review) -> Review:
    """Keep a new review and return it with its id (its own, if it brings one)."""
    cursor = store.execute(
        """
        INSERT INTO review VALUES (
            :id, :week, :helped, :idea, :helped_someone, :question, :created
        )
        """,
        review_out(review),
    )
    return replace(review, id=cursor.lastrowid)


def save(store: Store, review: Review) -> None:
    """Replace the review that has this id. Raises NotFoundError."""
    cursor = store.execute(
        """
        UPDATE review SET
            week = :week, helped = :helped, idea = :idea, helped_someone = :helped_someone, question
            = :question, created = :created
        WHERE id = :id
        """,
        review_out(review),
    )
    rows.one_changed(cursor, "review", review.id)


def remove(store: Store, number: int) -> None:
    """Remove the review of this number. Raises NotFoundError."""
    cursor = store.execute("DELETE FROM review WHERE id = ?", (number,))
    rows.one_changed(cursor, "review", number)


def review_out(review: Review) -> dict[str, Any]:
    """Return the review's columns."""
    return {
        "id": review.id or None,
        "week": review.week.isoformat(),
        "helped": review.helped,
        "idea": review.idea,
        "helped_someone": rows.maybe_yes_out(review.helped_someone),
        "question": review.question,
        "created": rows.instant_out(review.created),
    }


def review_in(row: Any) -> Review:
    """Return the review of a row."""
    return Review(
        id=row["id"],
        week=date.fromisoformat(row["week"]),
        helped=row["helped"],
        idea=row["idea"],
        helped_someone=rows.maybe_yes_in(row["helped_someone"]),
        question=row["question"],
        created=rows.instant_in(row["created"]),
    )
