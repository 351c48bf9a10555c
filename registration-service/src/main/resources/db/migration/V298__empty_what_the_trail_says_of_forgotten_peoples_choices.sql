-- Which hotel, meal or visit somebody chose goes with the person; of those forgotten before, now.
update audit_entry e set details = '{}'
from application a
where a.erased_at is not null
  and e.object_type = 'application' and e.object_id = a.id::text
  and (starts_with(e.action, 'hotel-room-') or starts_with(e.action, 'logistics-'))
  and e.details <> '{}';
