-- A day of erasure that was written down once stayed when the workshop was moved. It is told from the workshop as it is announced now.
alter table logistics_need drop column erase_after;
comment on table logistics_need is 'personal, special category; for caterers and venues of this workshop; each row is deleted some days after the workshop, wherever that has been moved to';

alter table walk_in drop column erase_after;
create index ix_walk_in_named_workshop_id on walk_in (workshop_id) where erased_at is null;
comment on column walk_in.given_name is 'personal; for the attendance list of the day; erased when it is kept no longer after the workshop';
comment on column walk_in.family_name is 'personal; for the attendance list of the day; erased when it is kept no longer after the workshop';
comment on column walk_in.organisation is 'personal; for the attendance list of the day; erased when it is kept no longer after the workshop';
