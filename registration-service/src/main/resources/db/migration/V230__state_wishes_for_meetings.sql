-- What people with a place offer and look for at the meetings with clusters: codes of the directory, for those who want to say it.
create table meeting_wishes (
    application_id      uuid   not null,
    offered_competences text[] not null,
    offered_activities  text[] not null,
    needed_competences  text[] not null,
    needed_activities   text[] not null,
    stated_at           timestamptz,
    version             bigint not null,
    constraint pk_meeting_wishes primary key (application_id),
    constraint fk_meeting_wishes_application_id foreign key (application_id) references application (id) on delete cascade
);
comment on table meeting_wishes is
    'personal; to arrange meetings that fit; each row is deleted 30 days after the workshop (infocus.retention.logistics)';
