DROP TABLE artifact_previews;
