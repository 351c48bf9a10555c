-- "Send me my link again", written down before it is answered, and deleted as soon as it is dealt with; known and unknown addresses alike.
create table link_request (
    id            uuid        not null,
    workshop_slug text,
    email         text        not null,
    requested_at  timestamptz not null,
    due_at        timestamptz not null,
    constraint pk_link_request primary key (id)
);
create index ix_link_request_due_at on link_request (due_at);
comment on column link_request.email is 'personal; to send the link; deleted when it is sent, a day after the request at the latest';
