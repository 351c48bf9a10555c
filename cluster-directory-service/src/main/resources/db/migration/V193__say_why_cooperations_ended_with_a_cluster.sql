-- An open proposal or a running cooperation ends when one of its clusters is taken out of the directory. That is no answer of a city.
alter table cooperation add column closed_because text;

update cooperation
set closed_because = answer, answer = null
where state = 'WITHDRAWN' and answer = 'The cluster was taken out of the directory.';
