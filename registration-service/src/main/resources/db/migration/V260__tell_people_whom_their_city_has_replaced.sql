-- Whether the city has sent somebody else, or the person has gone by themselves.
alter table application add column replaced boolean not null default false;
comment on column application.replaced is 'whether the application was withdrawn because its city sends somebody else';
update application set replaced = true
where state = 'WITHDRAWN' and id in (select instead_of_application_id from invitation);
alter table application add constraint ck_application_replaced check (not replaced or state = 'WITHDRAWN');
