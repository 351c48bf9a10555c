-- A seat that a suggestion proposes leaves to a city's nominees what is promised to them; one that organisers have chosen does not.
alter table staged_decision add column bucket_proposed boolean not null default false;
alter table staged_decision add constraint ck_staged_decision_bucket_proposed
    check (not bucket_proposed or bucket is not null);
