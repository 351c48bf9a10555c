-- Other formulas with the same numbers are another model, too. Up to now there were only the first ones.
alter table matching_model add column formulas integer not null default 1;
alter table matching_model alter column formulas drop default;
alter table matching_model drop constraint pk_matching_model;
alter table matching_model add constraint pk_matching_model primary key (version, formulas);
alter table matching_input drop constraint pk_matching_input;
alter table matching_input add constraint pk_matching_input primary key (revision, model_version, formulas);
