package eu.urbact.infocus.registration.logistics;

/**
 * What was said for days on which the workshop is not any more, as the database sees it: {@link Logistics#travelsOutside} and
 * {@link Logistics#choseBeforeMove}. {@code l} is the person's logistics, {@code w} the workshop.
 */
final class Outdated {

    static final String TRAVEL = " coalesce(l.arrival_at >= w.ends_at or l.departure_at <= w.starts_at, false) ";

    static final String CHOICES = """
             (l.choices_answered_at < w.moved_at and exists (
                 select 1 from logistics_choice c join logistics_option o on o.id = c.option_id
                 where c.application_id = l.application_id
                   and cast(o.starts_at at time zone w.zone as date) not between
                       cast(w.starts_at at time zone w.zone as date) - 1
                       and cast(greatest(w.ends_at - interval '1 microsecond', w.starts_at) at time zone w.zone as date) + 1))
            """;

    private Outdated() {}
}
