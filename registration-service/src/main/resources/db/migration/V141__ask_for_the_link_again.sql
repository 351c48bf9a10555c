-- When somebody last asked for the link to this application, so that nobody fills a mailbox by asking in another's name.
alter table application add column link_asked_at timestamptz;
