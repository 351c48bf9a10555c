-- An invited person can be forgotten; the row stays for the balance, and says for whom somebody stands in.
alter table invitation
    alter column email drop not null,
    alter column email_key drop not null,
    add column instead_of_application_id uuid,
    add column instead_of_invitation_id uuid,
    add column forgotten_at timestamptz,
    add constraint fk_invitation_instead_of_application_id
        foreign key (instead_of_application_id) references application (id) on delete set null,
    add constraint fk_invitation_instead_of_invitation_id
        foreign key (instead_of_invitation_id) references invitation (id) on delete set null,
    add constraint ck_invitation_email check ((email is null) = (forgotten_at is not null)),
    add constraint ck_invitation_forgotten check (
        forgotten_at is null
        or (state <> 'INVITED' and email_key is null and given_name is null and family_name is null and message is null));
create index ix_invitation_instead_of_application_id on invitation (instead_of_application_id);
create index ix_invitation_instead_of_invitation_id on invitation (instead_of_invitation_id);
-- whom to forget next: people who have not applied through their invitation
create index ix_invitation_closed_at on invitation (closed_at)
    where state <> 'INVITED' and application_id is null and forgotten_at is null;
comment on column invitation.email is
    'personal; to invite the person; with an application kept as long as it is, otherwise 30 days after the invitation has ended';
comment on column invitation.email_key is
    'personal; to invite nobody twice; with an application kept as long as it is, otherwise 30 days after the invitation has ended';
comment on column invitation.given_name is
    'personal; to greet the person; with an application kept as long as it is, otherwise 30 days after the invitation has ended';
comment on column invitation.family_name is
    'personal; to tell the city whom it invited; with an application kept as long as it is, otherwise 30 days after the invitation has ended';
comment on column invitation.message is
    'personal; what the city writes to the person; with an application kept as long as it is, otherwise 30 days after the invitation has ended';
