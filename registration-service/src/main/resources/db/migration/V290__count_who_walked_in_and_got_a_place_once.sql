-- Who walked in and was given a place afterwards stood on the list twice, or as somebody who never came. Their walk-in is their check-in.
insert into attendance
    (id, call_id, workshop_id, day, application_id, city_id, checked_in_at, checked_in_by, version)
select w.id, w.call_id, w.workshop_id, w.day, w.application_id, a.city_id, w.arrived_at, w.recorded_by, 0
from walk_in w join application a on a.id = w.application_id
where a.state = 'ADMITTED'
on conflict (application_id, day) do nothing;

delete from walk_in w using application a where a.id = w.application_id and a.state = 'ADMITTED';
