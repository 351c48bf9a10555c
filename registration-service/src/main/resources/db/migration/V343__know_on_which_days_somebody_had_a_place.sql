-- Since when somebody has a place, and until when they had one: what was counted of a day of the workshop stays, whoever gets a place
-- afterwards or gives theirs up.
alter table application
    add column place_since timestamptz,
    add column place_until timestamptz,
    add column past_places tstzmultirange not null default '{}';
comment on column application.place_since is 'since when the person has, or had, the place that counts; statistics';
comment on column application.place_until is 'until when; null while they have it';
comment on column application.past_places is 'when they had one before that';
update application set place_since = decided_at where state = 'ADMITTED';
update application a
set place_since = least(a.decided_at, came.first_at),
    place_until = greatest(came.last_at, coalesce(a.withdrawn_at, a.decided_at))
from (select application_id, min(checked_in_at) as first_at, max(checked_in_at) as last_at
      from attendance group by application_id) came
where came.application_id = a.id and a.state <> 'ADMITTED';
create index ix_application_place on application (call_id) where place_since is not null;

-- Whoever gets a place again keeps the time in which they had one before.
create function application_had_place() returns trigger
    language plpgsql as $$
begin
    new.past_places := old.past_places + tstzmultirange(tstzrange(old.place_since, old.place_until, '(]'));
    return new;
end;
$$;
create trigger tr_application_had_place
    before update of place_since, place_until on application
    for each row
    when (old.place_until is not null and new.place_until is null)
    execute function application_had_place();

comment on column organiser_account.name is
    'personal, of organisers, of the desk and of cities; told to organisers only, forgotten a year after the account was last seen';
