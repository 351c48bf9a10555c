-- A draft that was archived without ever having been opened. Nobody but organisers has seen it, and that stays so.
alter table call_for_participation add column never_opened boolean not null default false;

update call_for_participation c set never_opened = true
where c.state = 'ARCHIVED'
  and not exists (select 1 from audit_entry e
                   where e.object_type = 'call' and e.object_id = c.id::text and e.action = 'call-opened');
