-- What people with a place have said themselves, as registration-service told: by the id of the application alone, like the room. Without a
-- foreign key to it, so that neither fact has to come first.
create table stated_wishes (
    application_id      uuid   not null,
    offered_competences text[] not null,
    offered_activities  text[] not null,
    needed_competences  text[] not null,
    needed_activities   text[] not null,
    constraint pk_stated_wishes primary key (application_id)
);
