-- Who calls or writes that they cannot come has withdrawn, and organisers enter it for them; the person's page says who it was.
alter table application add column withdrawn_by_organisers boolean not null default false;
comment on column application.withdrawn_by_organisers is 'whether organisers have entered the withdrawal for the person';
alter table application add constraint ck_application_withdrawn_by_organisers check (not withdrawn_by_organisers or state = 'WITHDRAWN');
