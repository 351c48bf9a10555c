-- Seats that a bucket had and that have become open to all. A call that is written from this one promises them to the city again.
alter table seat_bucket add column handed_back integer not null default 0;
alter table seat_bucket add constraint ck_seat_bucket_handed_back check (handed_back >= 0);

update seat_bucket b set handed_back = h.seats
from (
    select e.object_id as call_id, e.details ->> 'bucket' as code, sum((e.details ->> 'seats')::integer) as seats
    from audit_entry e
    where e.object_type = 'call' and e.action = 'seats-handed-back'
    group by e.object_id, e.details ->> 'bucket'
) h
where h.call_id = b.call_id::text and h.code = b.code;
