/**
 * The model that says how well two things fit: a regional priority and a cluster, or two clusters. It is plain arithmetic over
 * plain values; it knows no database and no container, so that anybody can check it against its formulas.
 *
 * <p>Both sides are described in the same facets: activities (NACE divisions), competences (a tree), markets served (NACE
 * divisions). Four strands are measured, each between 0 and 1, and a measure is a weighted sum of strands:
 *
 * <ul>
 *   <li>weight of a tag: level × rarity, normalised to 1 within its facet; rarity = 1 + ln((1+N)/(1+n))
 *   <li>similarity s(i,j) = the larger of Lin's similarity in the tree (with Seco's intrinsic information content) and an
 *       entry of the relatedness table; in cov(cluster→priority) a narrower competence counts 1 inside the broader one
 *   <li>coverage cov(X→Y) = Σ w(i) · max s(i,j); the j that gives the maximum is the witness of i
 *   <li>ACTIVITY and COMPETENCE: both coverages, weighed half and half between clusters
 *   <li>SERVICE of c for d: Σ w(j) · serve(c,j) over the activities j of d, with serve(c,j) = the larger of a declared market
 *       and of (level/3) × lever, times (1 − kinship of c's own activities with j)
 *   <li>LEARNING: harmonic mean of both directions of Σ w(k) · 4x(1−x), x = Lin's similarity of the nearest competence
 * </ul>
 *
 * <p>How confidence enters. A term between tags i and j counts q = min(q(i), q(j)) of itself, and the witness is the j with
 * the largest q · s, so that more confidence, one more tag or a larger similarity never lowers a value. Four readings are
 * made of the same numerators: the score (q as it is), the fit (every tag taken at its word), the low (documented tags and
 * documented levers only) and the high (the fit, with everything unknown at its best). Hence low ≤ score ≤ fit ≤ high. The
 * kinship of own activities and the similarity in LEARNING are always read at face value: they only say what a term is about.
 *
 * <p>Lists of partners are put in the order of how both sides stand for each other ({@code Network.standing}): the harmonic mean of
 * two percentiles, so that clusters that fit everybody a little do not fill every list. It enters no score.
 */
package eu.urbact.infocus.directory.matching;
