-- Turin, Turyn and Turim are Torino to those who look for it.
alter table city add column other_names text not null default '';

create or replace view cluster_derived_text as
select c.id as cluster_id,
       concat_ws(' ', city.name, city.other_names, region.name,
           (select string_agg(n.name, ' ') from city_nuts n where n.city_id = c.city_id),
           (select string_agg(n.name, ' ') from region_nuts n where n.region_id = region.id),
           (select string_agg(d.label, ' ')
            from cluster_tag t
            join nace_division d on d.code = t.code
            where t.cluster_id = c.id and t.facet = 'ACTIVITY'),
           (select string_agg(k.label, ' ')
            from competence k
            where k.id in (select l.ancestor_id
                           from cluster_tag t
                           join competence_lineage l on l.competence_id = t.code
                           where t.cluster_id = c.id and t.facet = 'COMPETENCE')),
           (select string_agg(e.label, ' ')
            from cluster_ecosystem ce
            join ecosystem e on e.id = ce.ecosystem_id
            where ce.cluster_id = c.id)) as words
from cluster c
left join city on city.id = c.city_id
left join region on region.id = city.region_id;
