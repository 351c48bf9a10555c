-- When the person behind an application was forgotten. The row stays for what is counted.
alter table application add column erased_at timestamptz;

comment on column application.given_name is 'personal; to address the person and for lists at the workshop';
comment on column application.family_name is 'personal; to address the person and for lists at the workshop';
comment on column application.email is 'personal; to write to the person';
comment on column application.email_key is 'personal; one live application per person';
comment on column application.organisation is 'personal; to decide about the application, and for lists at the workshop';
comment on column application.position is 'personal; to decide about the application';
comment on column application.motivation is 'personal; to decide about the application';
comment on column application.note is 'personal; what the person is told with the decision';
comment on column application.search_text is 'personal; made of name, organisation and address, and gone with them';
