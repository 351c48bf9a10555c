-- Since when somebody has a place, and until when they had one: what was counted of a day of the workshop stays, whoever gets a place
-- afterwards or gives theirs up.
alter table application
    add column place_since timestamptz,
    add column place_until timestamptz;
update application set place_since = decided_at where state = 'ADMITTED';
update application a
set place_since = least(a.decided_at, came.first_at), place_until = coalesce(a.withdrawn_at, a.decided_at)
from (select application_id, min(checked_in_at) as first_at from attendance group by application_id) came
where came.application_id = a.id and a.state <> 'ADMITTED';
create index ix_application_place on application (call_id) where place_since is not null;
