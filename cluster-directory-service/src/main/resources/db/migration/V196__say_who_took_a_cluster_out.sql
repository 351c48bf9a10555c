-- Who comes too late with taking a cluster out of the directory, or with bringing it back, is told who has done it and when. The name of
-- the account goes after a while, as in the history of profiles.
alter table cluster
    add column withdrawal_changed_at      timestamptz,
    add column withdrawal_changed_by      text,
    add column withdrawal_changed_by_name text;

update cluster c
set withdrawal_changed_at = last.at, withdrawal_changed_by = last.actor
from (select distinct on (object_id) object_id, at, actor
      from audit_entry
      where object_type = 'cluster' and action in ('cluster-withdrawn', 'cluster-brought-back')
      order by object_id, at desc, id desc) as last
where last.object_id = c.id;
