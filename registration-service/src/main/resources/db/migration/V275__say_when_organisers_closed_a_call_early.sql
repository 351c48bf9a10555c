-- A call that organisers have closed before its time says when they did, also after that time.
alter table call_for_participation add column closed_early_at timestamptz;
update call_for_participation c
set closed_early_at = closing.at
from (
    select object_id, max(at) as at from audit_entry
    where object_type = 'call' and action = 'call-closed'
    group by object_id) closing
where closing.object_id = c.id::text and closing.at < c.closes_at;
alter table call_for_participation
    add constraint ck_call_closed_early check (closed_early_at is null or state in ('CLOSED', 'ARCHIVED'));
