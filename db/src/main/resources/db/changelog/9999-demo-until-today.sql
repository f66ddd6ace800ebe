--liquibase formatted sql

--changeset spend-tracker:demo-until-today context:demo runAlways:true
SELECT demo.extend(current_date);
